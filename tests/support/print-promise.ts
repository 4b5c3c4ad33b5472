/** Prints the figure that a test has earned for one of the design's promises; the README quotes these lines. */
export function printPromise(number: number, figure: string): void {
  process.stdout.write(`promise ${number}: ${figure}\n`);
}
