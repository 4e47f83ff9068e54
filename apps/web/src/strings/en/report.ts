import { type Report } from '@eyeline/client/browser';

type WarningCode = Report['warnings'][number]['code'];
type ModelRole = Report['models'][number]['role'];
type GapReason = Report['sampling']['gaps'][number]['reason'];

const warnings: Record<WarningCode, string> = {
  no_face: 'Nobody was seen',
  small_faces: 'The faces are small: their expressions are less certain',
  dark_frames: 'Some frames are too dark to be looked at',
  frames_failed: 'Some frames could not be looked at',
  gaps: 'Parts of the video could not be read',
  too_many_faces: 'More faces than are looked at in one frame',
  uncertain_emotions: 'Many expressions could not be told with certainty',
  unknown_eye_contact: 'Eyes could often not be read',
  no_thumbnail: 'The picture of somebody could not be made',
  no_annotated_video: 'The annotated video could not be made',
  no_narrative: 'The report could not be told in words',
};

const roles: Record<ModelRole, string> = {
  detector: 'Finds faces',
  landmarks: 'Finds the points of a face',
  eyes: 'Tells open eyes from closed ones',
  emotion: 'Tells expressions',
  gaze: 'Tells where eyes look',
};

const gapReasons: Record<GapReason, string> = {
  undecodable: 'cannot be decoded',
  truncated: 'the file ends before',
};

export const report = {
  summary: 'Summary',
  facts: {
    dominant: 'Most often',
    eyeContact: 'Eye contact',
    longest: 'Longest look',
    eyesUnknown: 'Eyes not readable',
    people: 'People',
    frames: 'Frames looked at',
    framesWithFace: 'Frames with a face',
    confidence: 'Mean confidence',
    uncertain: 'Uncertain',
  },
  shares: 'Share of the observations by emotion',
  sharesHint: 'Of each face in each frame, the expression that prevails. An expression is not a feeling.',
  warningsTitle: 'Good to know',
  warnings,
  people: 'People',
  person: (id: number) => `Person ${id}`,
  pictureOf: (name: string) => `Picture of ${name}`,
  sharesOf: (name: string) => `Share of the observations by emotion, ${name}`,
  allPeople: (count: number) => `Show all ${count} people`,
  seen: 'Seen',
  confidence: 'Confidence',
  blinks: 'Blinks',
  blinksCounted: (count: string, perMinute: string) => `${count} (${perMinute} a minute)`,
  blinksUnknown: 'Counted from 10 frames a second on, of eyes that are large enough.',
  quality: 'Picture quality',
  headPose: 'Head, on average',
  turned: { left: 'to the left', right: 'to the right' },
  lifted: { up: 'up', down: 'down' },
  tilted: { left: 'tilted left', right: 'tilted right' },
  poseHint: 'Left and right of the picture.',
  ledger: 'Frames',
  ledgerText: 'Every frame that was taken from the video is accounted for.',
  decoded: 'Taken from the video',
  analyzed: 'Looked at',
  skipped: 'Skipped',
  failed: 'Failed',
  sampledBy: 'Sampling',
  perSecond: (fps: string) => `${fps} frames a second`,
  everyNth: (n: number) => (n === 1 ? 'Every frame' : `Every frame of ${n}`),
  segments: 'Pieces',
  noGaps: 'No gaps: the whole video could be read.',
  gaps: 'Gaps',
  gapReasons,
  video: 'The file',
  picture: 'Picture',
  rate: 'Frame rate',
  variable: 'variable',
  codec: 'Codec',
  size: 'Size',
  checksum: 'SHA-256',
  models: 'Networks',
  modelCard: (name: string) => `Model card of ${name}`,
  otherModelNow:
    'This service has another version of this network by now; its card says nothing of this one.',
  noModelCard: 'This network came without a model card.',
  modelsText:
    'What looked at the frames. How often each is right, and on what, is in docs/models.md of this version.',
  roles,
  engine: (version: string, provider: string) => `Eyeline ${version}, run on ${provider}.`,
  secondNetwork: 'A second network',
  secondNetworkText: (name: string) =>
    `${name} read the same faces. Where the two disagree, believe neither without looking at the video.`,
  agreement: 'Same expression',
  kappa: 'Beyond chance (kappa)',
  compared: 'Compared',
  disagreements: (total: number) =>
    total === 0 ? 'No disagreements' : total === 1 ? '1 disagreement' : `${total} disagreements`,
  longestShown: (count: number) => `The ${count} longest of them:`,
  readOtherwise: (first: string, second: string) => `${first}, second: ${second}`,
  downloads: 'Downloads',
  reportFile: 'Report',
  framesFile: 'Frames',
  captions: 'Captions',
  narrative: 'In words',
  narrativeText:
    'A language model writes a short text from the numbers; it is not given the video. It is written anew each time and not kept.',
  narrativeContext: 'What the recording is about',
  narrativeContextHint: 'Goes to the language model. Write no names.',
  tell: 'Tell this report in words',
  telling: 'Writing …',
  toldBy: (model: string) => `Written by ${model} from the numbers. Read it with care: it may be wrong.`,
};
