import { type Strings } from '../en.js';

export const session: Strings['session'] = {
  title: 'Iniciar sesión',
  lead: 'Con una clave de API de este Eyeline. La página no la guarda: el navegador recibe una cookie que los scripts no pueden leer.',
  key: 'Clave de API',
  keyHint: 'Empieza por ey_. Quien opera el servicio crea una con «npm run keys -- create NOMBRE».',
  show: 'Mostrar la clave',
  submit: 'Iniciar sesión',
  submitting: 'Iniciando sesión…',
  signOut: 'Cerrar sesión',
  signedInAs: (name) => `Sesión iniciada con la clave «${name}»`,
  wrongKey: 'Esta clave no es válida. Puede estar revocada o mal escrita.',
  loopback: 'En esta máquina no hace falta clave',
};
