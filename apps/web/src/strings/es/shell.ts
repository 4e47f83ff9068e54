import { type Strings } from '../en.js';

export const shell: Strings['shell'] = {
  skip: 'Ir al contenido',
  home: 'Eyeline, página de inicio',
  navigation: 'Principal',
  analyses: 'Análisis',
  upload: 'Subir',
  live: 'En vivo',
  compare: 'Comparar',
  operate: 'Operar',
  apiDocs: 'Referencia de la API',
  theme: 'Tema',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  language: 'Idioma',
  loading: 'Cargando',
  notFound: 'Esta página no existe',
  notFoundText: 'Puede que la dirección sea antigua o tenga un error.',
  toStart: 'Ir a la página de inicio',
  close: 'Cerrar',
  cancel: 'Cancelar',
  engine: (version) => `Eyeline ${version}`,
  settings: 'Ajustes',
};
