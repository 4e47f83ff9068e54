import { type Strings } from '../en.js';

export const home: Strings['home'] = {
  title: 'Lo que muestran las caras, segundo a segundo',
  lead: 'Envíe un vídeo o mire a la cámara. Todo se analiza en esta instalación y no se envía a ningún otro sitio.',
  upload: 'Analizar un vídeo',
  uploadText: 'Suelte archivos o grabe medio minuto con la cámara.',
  live: 'Ver en vivo',
  liveText: 'Expresiones y contacto visual mientras mira a la cámara.',
  compare: 'Comparar',
  compareText: 'Dos análisis lado a lado.',
  recent: 'Últimos análisis',
  all: 'Todos los análisis',
};
