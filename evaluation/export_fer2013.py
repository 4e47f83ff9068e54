"""fer2013.npz -> folders of PNG by split and label, with an index, for `npm run models -- evaluate --fer2013`.

    python3 evaluation/export_fer2013.py FER2013.npz OUTPUT_DIR [--split private|public|training|all]

Writes OUTPUT_DIR/<split>/<label>/<row>.png (48 x 48, grey) and OUTPUT_DIR/index.ndjson, a line a picture:
`file`; `split`; `label` of FER2013; `ferplus`, the emotion with most of the ten FER+ votes, null where there are no votes,
a tie, or the winner is none of the seven (contempt, unknown, no face); `in_training`, whether the very same pixels are
also in the training split. Needs numpy. The pictures carry no open licence: do not publish them.
"""

import argparse
import json
import lzma
import pathlib
import struct
import sys
import zipfile
import zlib

import numpy as np

LABELS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
SPLITS = ("training", "public", "private")
# contempt, unknown, no face
VOTES = ("neutral", "happy", "surprise", "sad", "angry", "disgust", "fear", None, None, None)
FIELDS = ("images", "label", "split", "ferplus_votes")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def to_png(image: np.ndarray) -> bytes:
    """[h, w] uint8 -> a grey PNG."""
    height, width = image.shape
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = np.hstack([np.zeros((height, 1), np.uint8), image]).tobytes()
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def majority(votes: np.ndarray) -> str | None:
    most = votes.max()
    if most == 0 or (votes == most).sum() > 1:
        return None
    return VOTES[int(votes.argmax())]


def read(path: str) -> list[np.ndarray]:
    try:
        with np.load(path) as data:
            fields = [data[key] for key in FIELDS]
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, lzma.LZMAError) as error:
        sys.exit(f"{path} is no fer2013.npz: {error}")
    images, label, split, votes = fields
    count = len(images)
    shapes = ((count, 48, 48), (count,), (count,), (count, len(VOTES)))
    if any(field.shape != shape for field, shape in zip(fields, shapes)) or images.dtype != np.uint8:
        sys.exit(f"{path} is no fer2013.npz: its arrays have other shapes")
    if label.max(initial=0) >= len(LABELS) or split.max(initial=0) >= len(SPLITS):
        sys.exit(f"{path} is no fer2013.npz: a label or split is out of range")
    return fields


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("npz")
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--split", choices=(*SPLITS, "all"), default="all")
    arguments = parser.parse_args()
    images, label, split, votes = read(arguments.npz)
    training = {images[row].tobytes() for row in np.flatnonzero(split == SPLITS.index("training"))}
    for name in SPLITS:
        for emotion in LABELS:
            if arguments.split in (name, "all"):
                (arguments.output / name / emotion).mkdir(parents=True, exist_ok=True)
    with open(arguments.output / "index.ndjson", "w", encoding="utf-8") as index:
        for row in range(len(images)):
            name, emotion = SPLITS[split[row]], LABELS[label[row]]
            if arguments.split not in (name, "all"):
                continue
            file = f"{name}/{emotion}/{row:05d}.png"
            (arguments.output / file).write_bytes(to_png(images[row]))
            line = {
                "file": file,
                "split": name,
                "label": emotion,
                "ferplus": majority(votes[row]),
                "in_training": name != "training" and images[row].tobytes() in training,
            }
            index.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
