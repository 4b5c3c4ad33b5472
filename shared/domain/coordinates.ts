const FORM = /^-?\d{1,2}(\.\d{1,20})?, ?-?\d{1,3}(\.\d{1,20})?$/;

/** Whether a text is a point on earth as WhatsApp's are kept: "latitude, longitude" in degrees. */
export function isCoordinates(text: string): boolean {
  return FORM.test(text);
}
