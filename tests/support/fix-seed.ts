import fc from 'fast-check';

// What lands is judged by the same cases as the change before it; everywhere else each run looks at new ones. A failure prints its seed.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_123 });
