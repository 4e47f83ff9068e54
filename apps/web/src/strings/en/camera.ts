export const camera = {
  consent: 'Everybody in the picture knows what is measured, and agrees',
  consentHint: 'The camera stays off until then.',
  open: 'Open the camera',
  opening: 'Opening …',
  close: 'Close the camera',
  view: 'Picture of the camera',
  problems: {
    insecure:
      'Browsers give the camera only to pages over https, or of this very machine. Ask the operator for an https address.',
    denied:
      'The browser was not allowed to open the camera. Allow it beside the address of this page, and try again.',
    absent: 'There is no camera on this device.',
    busy: 'The camera does not answer: another program may be using it, or it was unplugged.',
    failed: 'The camera could not be opened.',
  },
};
