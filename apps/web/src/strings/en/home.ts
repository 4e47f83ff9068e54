export const home = {
  title: 'See what faces show, second by second',
  lead: 'Send a video, or look into the camera. Everything is looked at on this installation and sent nowhere else.',
  upload: 'Analyse a video',
  uploadText: 'Drop files, or record half a minute with the webcam.',
  live: 'Look live',
  liveText: 'Expressions and eye contact while you look into the camera.',
  compare: 'Compare',
  compareText: 'Two analyses side by side.',
  recent: 'Latest analyses',
  all: 'All analyses',
};
