import { type IncomingMessage } from 'node:http';
import { type Readable } from 'node:stream';
import { AppError, type FieldError } from '@eyeline/contracts';
import { type StoredObject } from '@eyeline/storage';
import { type Busboy } from 'busboy';

import { asFormError, openForm } from '../../common/http/open-form.js';
import { pumpBody } from '../../common/http/pump-body.js';
import { type CheckedFields, checkForm, type FormField, isFormField } from './analysis-fields.js';
import { type ReceivedUpload, type StoreFile } from './receive-raw.js';

const FIELD_BYTES = 64 * 1024;

const LIMITS = { fieldNameSize: 100, fieldSize: FIELD_BYTES, fields: 20, files: 10, parts: 30 };

/** Bytes of a file that are read and thrown away, in the hope of more fields, once the form is known to be wrong. */
const DISCARD_BYTES = 1024 * 1024;

/**
 * Way 1: the part `file` and fields beside it, in any order. The file is stored while it arrives; a form that is
 * already wrong when the file begins is not stored at all.
 *
 * @throws AppError invalid_request with every mistake, not_supported, or what `storeFile` throws; the object may then exist and is the caller's to delete
 */
export async function receiveMultipart(
  request: IncomingMessage,
  storeFile: StoreFile,
): Promise<ReceivedUpload> {
  const form = openForm(request, LIMITS);
  const reader = new FormReader(form, storeFile);
  try {
    await pumpBody(request, form);
  } catch (error) {
    // The storage has to be done with its file before anybody deletes it.
    await Promise.allSettled([reader.stored]);
    throw asFormError(error);
  }
  return reader.finish();
}

/** Collects what the parser finds; fails the form as a whole by destroying the parser. */
class FormReader {
  stored: Promise<StoredObject> | null = null;
  private fileSeen = false;
  private readonly fields = new Map<FormField, string>();
  private readonly mistakes: FieldError[] = [];

  constructor(
    private readonly form: Busboy,
    private readonly storeFile: StoreFile,
  ) {
    form.on('field', (name, value, { valueTruncated }) => this.addField(name, value, valueTruncated));
    form.on('file', (name, bytes) =>
      name === 'file' ? this.addFile(bytes) : this.addFieldSentAsFile(name, bytes),
    );
  }

  async finish(): Promise<ReceivedUpload> {
    const file = await this.stored;
    if (!this.fileSeen) this.mistakes.push({ pointer: '/file', message: 'The part is missing.' });
    if (file?.sizeBytes === 0) this.mistakes.push({ pointer: '/file', message: 'The file is empty.' });
    const checked = this.check();
    if (!checked.ok) throw checked.error;
    if (file === null) throw new AppError('internal', { cause: new Error('A valid form was not stored.') });
    return { fields: checked.fields, file };
  }

  private check(): CheckedFields {
    return checkForm(this.fields, this.mistakes);
  }

  private addField(name: string, value: string, truncated: boolean): void {
    const pointer = `/${name}`;
    if (name === 'file') {
      this.fileSeen = true;
      this.mistakes.push({ pointer, message: 'Send it as a file, with a filename.' });
    } else if (!isFormField(name)) this.mistakes.push({ pointer, message: 'There is no such field.' });
    else if (truncated) this.mistakes.push({ pointer, message: `It is longer than ${FIELD_BYTES} bytes.` });
    else if (this.fields.has(name)) this.mistakes.push({ pointer, message: 'Give it once.' });
    else this.fields.set(name, value);
  }

  private addFile(bytes: Readable): void {
    bytes.on('error', () => {
      // Only the destroyed form breaks its parts, and the form's own error is the one that is answered.
    });
    if (this.fileSeen) {
      this.mistakes.push({ pointer: '/file', message: 'Send one file.' });
      this.refuseNow();
      return;
    }
    this.fileSeen = true;
    if (!this.check().ok) {
      this.discard(bytes);
      return;
    }
    this.stored = this.storeFile(bytes);
    this.stored.catch((error: Error) => this.form.destroy(error));
  }

  /** Browsers and SDKs that give a JSON field its media type also give it a file name. */
  private addFieldSentAsFile(name: string, bytes: Readable): void {
    const chunks: Buffer[] = [];
    let size = 0;
    bytes.on('error', () => {
      // As in addFile.
    });
    bytes.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= FIELD_BYTES) chunks.push(chunk);
      else if (size > DISCARD_BYTES) this.refuseNow();
    });
    bytes.on('end', () => this.addField(name, Buffer.concat(chunks).toString('utf8'), size > FIELD_BYTES));
  }

  private discard(bytes: Readable): void {
    let discarded = 0;
    bytes.on('data', (chunk: Buffer) => {
      discarded += chunk.length;
      if (discarded > DISCARD_BYTES) this.refuseNow();
    });
  }

  private refuseNow(): void {
    const checked = this.check();
    this.form.destroy(checked.ok ? new AppError('invalid_request') : checked.error);
  }
}
