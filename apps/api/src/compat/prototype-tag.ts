/** The tag of these routes in the OpenAPI document. */
export const PROTOTYPE_TAG = 'Prototype routes';

/** The sentence that leads to the call which a program that is written today should use. */
export const insteadOf = (call: string, operationId: string, tag: string): string =>
  `The native call: [\`${call}\`](/docs#/${tag}/${operationId}).`;
