/** True while a chat's window closes soon and its customer waits. @param warnMinutes how long before the end is soon; 0: never */
export function closesSoon(endsAt: number, now: number, isWaiting: boolean, warnMinutes: number): boolean {
  return isWaiting && warnMinutes > 0 && endsAt - now <= warnMinutes * 60_000;
}
