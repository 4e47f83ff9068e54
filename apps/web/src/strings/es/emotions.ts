import { type Strings } from '../en.js';

export const emotions: Strings['emotions'] = {
  angry: 'Enfado',
  disgust: 'Asco',
  fear: 'Miedo',
  happy: 'Alegría',
  sad: 'Tristeza',
  surprise: 'Sorpresa',
  neutral: 'Neutral',
};
