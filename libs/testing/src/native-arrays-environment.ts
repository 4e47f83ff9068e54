import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest gives each test file globals of its own, so that the `Float32Array`s which native code makes (onnxruntime-node)
 * are no `Float32Array`s in there and are refused. A test file that runs networks names this environment in its first
 * comment: `@jest-environment ./libs/testing/src/native-arrays-environment.ts`. As in a worker, onnxruntime reports nothing
 * to its maker.
 */
export default class NativeArraysEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    process.env.ORT_DISABLE_TELEMETRY = '1';
    this.global.Float32Array = Float32Array;
  }
}
