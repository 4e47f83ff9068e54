// Made by `npm run openapi` from the OpenAPI document of the API. Do not change it by hand.

/** Every code of a problem: its usual status, its title, whether the same request can succeed later. */
export const ERROR_CODES = {
  "invalid_request": {
    "status": 400,
    "title": "The request is not valid",
    "retryable": false
  },
  "unauthorized": {
    "status": 401,
    "title": "A valid API key is needed",
    "retryable": false
  },
  "forbidden": {
    "status": 403,
    "title": "The key does not allow this",
    "retryable": false
  },
  "not_found": {
    "status": 404,
    "title": "There is no such thing",
    "retryable": false
  },
  "method_not_allowed": {
    "status": 405,
    "title": "The address does not take this method",
    "retryable": false
  },
  "conflict": {
    "status": 409,
    "title": "The state does not allow this",
    "retryable": false
  },
  "not_ready": {
    "status": 409,
    "title": "The result is not there yet",
    "retryable": true
  },
  "idempotency_mismatch": {
    "status": 422,
    "title": "The idempotency key belongs to another request",
    "retryable": false
  },
  "unsupported_tus_version": {
    "status": 412,
    "title": "The request does not speak tus 1.0.0",
    "retryable": false
  },
  "payload_too_large": {
    "status": 413,
    "title": "The upload is too large",
    "retryable": false
  },
  "unsupported_media": {
    "status": 422,
    "title": "The file is not a video or image",
    "retryable": false
  },
  "corrupt_video": {
    "status": 422,
    "title": "The video cannot be read",
    "retryable": false
  },
  "no_video_stream": {
    "status": 422,
    "title": "The file holds no picture",
    "retryable": false
  },
  "video_too_long": {
    "status": 422,
    "title": "The video is too long",
    "retryable": false
  },
  "too_many_pixels": {
    "status": 422,
    "title": "The picture is too large",
    "retryable": false
  },
  "source_unreachable": {
    "status": 422,
    "title": "The source address did not answer",
    "retryable": true
  },
  "source_forbidden": {
    "status": 422,
    "title": "The source address is not allowed",
    "retryable": false
  },
  "webhook_forbidden": {
    "status": 422,
    "title": "The webhook address is not allowed",
    "retryable": false
  },
  "rate_limited": {
    "status": 429,
    "title": "Too many requests",
    "retryable": true
  },
  "queue_full": {
    "status": 429,
    "title": "Too many analyses are waiting",
    "retryable": true
  },
  "too_many_streams": {
    "status": 503,
    "title": "Too many event streams are open",
    "retryable": true
  },
  "live_overloaded": {
    "status": 503,
    "title": "Too many live frames or connections are in hand",
    "retryable": true
  },
  "live_unavailable": {
    "status": 503,
    "title": "The live process does not answer",
    "retryable": true
  },
  "queue_unavailable": {
    "status": 503,
    "title": "The queue does not take work at present",
    "retryable": true
  },
  "storage_unavailable": {
    "status": 503,
    "title": "The object storage does not answer",
    "retryable": true
  },
  "database_unavailable": {
    "status": 503,
    "title": "The database does not answer",
    "retryable": true
  },
  "narrative_not_configured": {
    "status": 503,
    "title": "No language model is configured",
    "retryable": false
  },
  "narrative_unavailable": {
    "status": 503,
    "title": "The language model does not answer",
    "retryable": true
  },
  "narrative_failed": {
    "status": 502,
    "title": "The language model gave no usable answer",
    "retryable": true
  },
  "canceled": {
    "status": 409,
    "title": "The analysis was canceled",
    "retryable": false
  },
  "model_unavailable": {
    "status": 503,
    "title": "A network that is to be used is not there",
    "retryable": true
  },
  "not_supported": {
    "status": 409,
    "title": "This installation does not support this",
    "retryable": false
  },
  "timed_out": {
    "status": 504,
    "title": "The work took too long",
    "retryable": true
  },
  "internal": {
    "status": 500,
    "title": "Something went wrong on our side",
    "retryable": true
  }
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
