import { type Strings } from '../en.js';

export const notice: Strings['notice'] = {
  title: 'Qué se mide y para qué no sirve',
  measured: 'Se mide',
  measuredItems: [
    'A cuál de siete expresiones se parece una cara. Una expresión no es un sentimiento.',
    'Si los ojos apuntan al objetivo. Ni atención ni sinceridad.',
    'Las caras pequeñas, oscuras, borrosas o giradas se leen peor, y los errores varían entre grupos de personas.',
  ],
  notFor: 'No debe usarse para',
  notForItems: [
    'Personal, candidatos o alumnado: en la UE está prohibido (Reglamento de IA, artículo 5).',
    'Decisiones sobre una persona: empleo, crédito, seguros, policía, fronteras, salud.',
    'Detectar mentiras, ni afirmar nada sobre carácter, intención o salud mental.',
    'Observar a quien no lo sabe, ni reconocer quién es alguien.',
  ],
  before: 'Explique qué se mide, pida permiso y acepte un no sin consecuencias.',
  more: 'Uso responsable, al completo',
};
