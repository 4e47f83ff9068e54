import { ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';

/** As the storage's own settings have it. */
interface BucketSettings {
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly forcePathStyle: boolean;
}

/** Keys of the uploads in parts that were neither completed nor given up. */
export async function listUnfinishedUploads(settings: BucketSettings): Promise<string[]> {
  const { endpoint, region, credentials, forcePathStyle, bucket } = settings;
  const client = new S3Client({
    ...{ endpoint: endpoint ?? undefined, credentials: credentials ?? undefined },
    ...{ region, forcePathStyle },
  });
  try {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    return Uploads.map(({ Key = '' }) => Key);
  } finally {
    client.destroy();
  }
}
