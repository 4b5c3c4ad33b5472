/** One line for the person who started the program; standard output stays free for `--ready-json`. */
export function say(line) {
  process.stderr.write(`shopbell: ${line}\n`);
}
