import { type Strings } from '../en.js';

export const recording: Strings['recording'] = {
  text: 'Medio minuto, sin sonido. Se queda en este navegador hasta que lo envíe.',
  start: 'Grabar 30 segundos',
  stop: 'Parar',
  left: (seconds) => (seconds === 1 ? 'Queda 1 segundo' : `Quedan ${seconds} segundos`),
  review: 'Su grabación',
  send: 'Analizar esta grabación',
  discard: 'Descartarla',
  name: (time) => `Grabación ${time}`,
  unsupported: 'Este navegador no graba vídeo. Grabe con otro programa y suba el archivo.',
  failed: 'La grabación se interrumpió.',
};
