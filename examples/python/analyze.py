"""analyze.py VIDEO: sends a video, waits for its analysis to end, prints what was seen."""

import os
import sys
import uuid

import requests

API = os.environ.get("EYELINE_URL", "http://127.0.0.1:3000")
session = requests.Session()
if key := os.environ.get("EYELINE_API_KEY"):
    session.headers["Authorization"] = f"Bearer {key}"


def read(answer):
    body = answer.json()
    if not answer.ok:
        sys.exit(f"{body['detail']} ({body['code']}), request {body['request_id']}")
    return body


with open(sys.argv[1], "rb") as video:  # streamed: it need not fit into memory
    analysis = read(
        session.post(
            f"{API}/v1/analyses",
            params={"sampling_fps": 5, "tag": "example"},
            data=video,
            headers={"Content-Type": "video/mp4", "Idempotency-Key": str(uuid.uuid4())},
        )
    )
address = f"{API}/v1/analyses/{analysis['id']}"
while analysis["status"] in ("queued", "processing"):
    analysis = read(session.get(address, params={"wait": 30}, timeout=60))
report = read(session.get(f"{address}/report"))  # of a failed one: its error
print(report["overall_dominant_emotion"], report["eye_contact_score"])
