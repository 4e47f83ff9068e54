export const session = {
  title: 'Sign in',
  lead: 'With an API key of this Eyeline. The page keeps it nowhere: the browser gets a cookie that scripts cannot read.',
  key: 'API key',
  keyHint: 'It begins with ey_. An operator makes one with “npm run keys -- create NAME”.',
  show: 'Show the key',
  submit: 'Sign in',
  submitting: 'Signing in …',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in with the key “${name}”`,
  wrongKey: 'This is not a valid key. It may have been revoked, or mistyped.',
  loopback: 'No key needed on this machine',
};
