export { createLanguageModel, type LanguageModelSettings } from './models/create-language-model.js';
export { type LanguageModel, type Prompt } from './models/language-model.js';
export { type EmotionSequence } from './emotion-sequence.js';
export { writeSequenceNarrative } from './write-sequence-narrative.js';
export { writeNarrative } from './write-narrative.js';
