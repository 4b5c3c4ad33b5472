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
    <div className="off-screen">
      <div aria-live="polite">{said.polite}</div>
      <div aria-live="assertive">{said.assertive}</div>
    </div>
  );
}
