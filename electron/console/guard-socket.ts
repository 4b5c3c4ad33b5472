import type { WebSocket } from 'ws';
import { isReadableFrame } from './read-frame.ts';

/** Bytes that may wait for a page that does not read; a page that has fallen further behind comes again and asks for everything. */
const MOST_WAITING = 16 * 1024 * 1024;

/**
 * A socket as oRPC's adapter wants it, minus what it must not see: frames that are no messages of the contract close the socket (code
 * 1007 or 1003), once, told by `complain`; a page that does not read is let go.
 */
export function guardSocket(socket: WebSocket, complain: (what: string) => void): Pick<WebSocket, 'addEventListener' | 'send'> {
  const accepts = (data: unknown): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    if (typeof data === 'string' && isReadableFrame(data)) return true;
    complain('sent a frame that is no message');
    socket.close(typeof data === 'string' ? 1007 : 1003, 'not a message');
    return false;
  };
  const addEventListener: WebSocket['addEventListener'] = (type, listener, options) => {
    const hear: typeof listener = (event) => {
      if (type === 'message' && !('data' in event && accepts(event.data))) return;
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    };
    socket.addEventListener(type, hear, options);
  };
  const send = (data: Parameters<WebSocket['send']>[0]) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MOST_WAITING) {
      complain('does not read what is sent to it');
      socket.terminate();
      return;
    }
    socket.send(data);
  };
  return { addEventListener, send };
}
