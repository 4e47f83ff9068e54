import { type UploadReceipt } from '@eyeline/contracts';
import { type UploadRow } from '@eyeline/database';

/** An upload as clients see it. */
export const presentUpload = ({ id, sizeBytes, createdAt, expiresAt }: UploadRow): UploadReceipt => ({
  ...{ id, object: 'upload', size_bytes: sizeBytes },
  ...{ created_at: createdAt.toISOString(), expires_at: expiresAt.toISOString() },
});
