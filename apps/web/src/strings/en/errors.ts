import { type ClientErrorCode, ERROR_CODES, type ErrorCode } from '@eyeline/client/browser';

type Code = ErrorCode | ClientErrorCode;

const served = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, { title }]) => [code, title]),
) as Record<ErrorCode, string>;

const titles: Record<Code, string> = {
  ...served,
  unreachable: 'The service does not answer',
  unexpected_answer: 'Something else than Eyeline answered',
};

export const errors = {
  titles,
  unknown: 'Something went wrong in this page',
  requestId: 'Request',
  requestIdHint: 'Names this request in the logs of the service.',
  again: 'Try again',
  reload: 'Reload the page',
  fields: 'What is wrong',
  offline: 'This device is offline. The page goes on when it is back.',
};
