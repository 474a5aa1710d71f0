import fc from 'fast-check';

// Generated cases are new ones at every desk, so that they go on finding things; CI judges a change by the same ones each time.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 });
