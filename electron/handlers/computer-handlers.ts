import type { ComputerView } from '../../shared/contract/computer.ts';
import { server } from './server.ts';

/** The computer that the window stands on; left out where there is none. */
export type Computer = { view(): ComputerView; setAutostart(): void };

const NO_WINDOW: ComputerView = { autostart: { wanted: false, state: 'unknown', details: null }, awake: false };

/** What the computer does of what the settings ask of it. */
export function computerHandlers(computer: Computer | null) {
  const os = server.computer;
  const view = () => computer?.view() ?? NO_WINDOW;
  return {
    get: os.get.handler(view),
    setAutostart: os.setAutostart.handler(() => {
      computer?.setAutostart();
      return view();
    }),
  };
}
