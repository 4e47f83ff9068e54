import { useEffect, useRef } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { useStrings } from '../../strings/language.js';
import { type VideoSource } from './use-video-source.js';

interface StageVideoProps {
  readonly source: VideoSource;
  readonly playhead: Playhead;
  readonly onLength: (lengthS: number) => void;
  readonly onUnplayable: () => void;
}

/** A video in step with the playhead: it follows when others move it, and moves it while it plays. */
export function StageVideo({ source: { url, startS }, playhead, onLength, onUnplayable }: StageVideoProps) {
  const { timeline: t } = useStrings();
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return undefined;
    let wantedS: number | null = null;
    // One seek at a time: while one scrubs, only the newest place counts.
    const seek = (): void => {
      if (wantedS === null || video.seeking || video.readyState < HTMLMediaElement.HAVE_METADATA) return;
      video.currentTime = wantedS;
      wantedS = null;
    };
    const leave = playhead.subscribe((timeS, by) => {
      if (by === video) return;
      wantedS = Math.max(0, timeS - startS);
      seek();
    });
    const tell = (mediaTimeS: number): void => {
      if (wantedS === null && !video.seeking) playhead.moveTo(mediaTimeS + startS, video);
    };
    let frame = 0;
    const onFrame: VideoFrameRequestCallback = (_, { mediaTime }) => {
      // What a seek has brought is up to a frame away from what was asked for, and must not move it.
      if (!video.paused) tell(mediaTime);
      frame = video.requestVideoFrameCallback(onFrame);
    };
    frame = video.requestVideoFrameCallback(onFrame);
    // The handle of the browser's own controls.
    const onUpdate = (): void => {
      if (Math.abs(video.currentTime + startS - playhead.get()) > 0.5) tell(video.currentTime);
    };
    video.addEventListener('seeked', seek);
    video.addEventListener('timeupdate', onUpdate);
    wantedS = Math.max(0, playhead.get() - startS);
    const onReady = (): void => {
      onLength(video.duration);
      seek();
    };
    video.addEventListener('loadedmetadata', onReady);
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) onReady();
    return () => {
      leave();
      video.cancelVideoFrameCallback(frame);
      video.removeEventListener('seeked', seek);
      video.removeEventListener('timeupdate', onUpdate);
      video.removeEventListener('loadedmetadata', onReady);
    };
  }, [url, startS, playhead, onLength]);
  return (
    <video
      key={url}
      ref={element}
      src={url}
      controls
      playsInline
      preload="auto"
      aria-label={t.picture}
      onError={onUnplayable}
    />
  );
}
