"""Files that a training reads and leaves behind."""
import hashlib
import json


def sha256_of(path):
    with open(path, 'rb') as file:
        return hashlib.file_digest(file, 'sha256').hexdigest()


def write_json(path, value):
    with open(path, 'w') as file:
        file.write(json.dumps(value, indent=2) + '\n')
