import { useEffect, useEffectEvent } from 'react';

/** Ctrl+F (on a Mac: Cmd+F) looks in the open chat, from anywhere but an open dialog. */
export function useChatSearchKey(isOn: boolean, onSearch: () => void): void {
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (!isOn) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      event.preventDefault();
      search();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [isOn]);
}
