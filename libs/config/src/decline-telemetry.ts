/**
 * Keeps onnxruntime from reporting to its maker, which it does by default. Its native code reads the environment of the
 * process when it is loaded, and a thread has only a copy of it: to be called first, on the main thread, by every
 * program whose threads load networks.
 */
export function declineTelemetry(): void {
  process.env.ORT_DISABLE_TELEMETRY = '1';
}
