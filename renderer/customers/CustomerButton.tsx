import { useLingui } from '@lingui/react/macro';
import { UserRound } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../ui/Button.tsx';
import { setPanelOpen, usePanelOpen } from './kept-panel.ts';

/** Shows the customer beside the chat, or where there is no room for it, on a page of their own. */
export function CustomerButton({ customerId }: { customerId: number }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const isOpen = usePanelOpen();
  const show = () => {
    // The panel's own style says whether there is room.
    const panel = document.querySelector<HTMLElement>('[data-customer-room]');
    const hasRoom = panel !== null && getComputedStyle(panel).getPropertyValue('--has-room').trim() === '1';
    if (hasRoom) setPanelOpen(!isOpen);
    else navigate(`/customers/${customerId}`);
  };
  const shown = useEffectEvent(show);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'i') return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      event.preventDefault();
      shown();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  return (
    <Button look="quiet" size="icon" aria-label={t`The customer`} aria-keyshortcuts="Control+I" onPress={show}>
      <UserRound size={20} aria-hidden="true" />
    </Button>
  );
}
