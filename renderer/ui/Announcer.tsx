import { useEffect, useState } from 'react';
import { setAnnouncer } from './announce.ts';

/** The two live regions of the page: what can wait, and what cannot. */
export function Announcer() {
  const [said, setSaid] = useState({ polite: '', assertive: '' });
  useEffect(() => {
    setAnnouncer((text, urgency) => setSaid((before) => ({ ...before, [urgency]: text })));
    return () => setAnnouncer(null);
  }, []);
  return (
    // So marked, React Aria leaves it heard while a dialog hides the rest of the page.
    <div className="off-screen" data-live-announcer="true">
      <div aria-live="polite">{said.polite}</div>
      <div aria-live="assertive">{said.assertive}</div>
    </div>
  );
}
