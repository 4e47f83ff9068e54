#!/bin/sh
# analyze.sh VIDEO: sends a video, waits for its analysis to end, prints what was seen. Needs curl and jq.
set -eu
api=${EYELINE_URL:-http://127.0.0.1:3000}

# The key goes in by standard input: arguments can be seen by every user of the machine.
call() {
  printf '%s\n' "${EYELINE_API_KEY:+header = \"Authorization: Bearer $EYELINE_API_KEY\"}" |
    curl --config - --silent --show-error --fail-with-body --retry 3 "$@"
}

# A retry with the same key starts nothing twice.
key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
analysis=$(call -X POST -T "$1" -H 'Content-Type: video/mp4' -H "Idempotency-Key: $key" \
  "$api/v1/analyses?sampling_fps=5&tag=example") || { echo "$analysis" >&2 && exit 1; }
id=$(echo "$analysis" | jq -r .id)

while [ "$(call "$api/v1/analyses/$id?wait=30" | jq -r '.status | IN("queued", "processing")')" = true ]; do :; done

# Of a failed analysis: its error.
report=$(call "$api/v1/analyses/$id/report") || { echo "$report" >&2 && exit 1; }
echo "$report" | jq -r '"\(.overall_dominant_emotion) \(.eye_contact_score)"'
