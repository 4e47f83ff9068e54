import { type Strings } from '../en.js';

export const camera: Strings['camera'] = {
  consent: 'Todas las personas en la imagen saben qué se mide y están de acuerdo',
  consentHint: 'Hasta entonces la cámara sigue apagada.',
  open: 'Abrir la cámara',
  opening: 'Abriendo…',
  close: 'Cerrar la cámara',
  view: 'Imagen de la cámara',
  problems: {
    insecure:
      'Los navegadores solo dan la cámara a páginas con https o de esta misma máquina. Pida al operador una dirección https.',
    denied:
      'El navegador no tiene permiso para abrir la cámara. Permítalo junto a la dirección de esta página e inténtelo de nuevo.',
    absent: 'Este dispositivo no tiene cámara.',
    busy: 'La cámara no responde: puede que la use otro programa o que esté desconectada.',
    failed: 'No se pudo abrir la cámara.',
  },
};
