/** The networks look at pictures of this longest side; larger ones would only take longer to arrive. */
const LONGEST_SIDE = 640;

const JPEG_QUALITY = 0.85;

export interface Picture {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

/** What a video shows now, as it is sent; null while it shows nothing. */
export async function grabPicture(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
): Promise<Picture | null> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser draws no pictures');
  context.drawImage(video, 0, 0, width, height);
  const jpeg = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  return jpeg === null ? null : { jpeg, width, height };
}
