#!/bin/sh
# verify-webhook.sh ID TIMESTAMP SIGNATURES < BODY: 0 if the service has sent it. The first three are the headers webhook-id,
# webhook-timestamp and webhook-signature, the body is as it came. Needs openssl.
set -eu
id=$1 timestamp=$2 signatures=$3
case $timestamp in '' | *[!0-9]*) echo 'no timestamp' >&2 && exit 1 ;; esac
age=$(($(date +%s) - timestamp))
[ "$age" -le 300 ] && [ "$age" -ge -300 ] || { echo 'too old' >&2 && exit 1; }

key=$(printf %s "${EYELINE_WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=v1,$({ printf '%s.%s.' "$id" "$timestamp" && cat; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

# Several while the secret is rotated.
for signature in $signatures; do
  if [ "$signature" = "$expected" ]; then exit 0; fi
done
echo 'not from this service, or changed' >&2
exit 1
