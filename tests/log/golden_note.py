"""A signed head's note, made from the C2SP texts on signed notes and checkpoints alone: run it and
compare with heads_test.cpp. Needs Python's `cryptography`.

    python3 tests/log/golden_note.py
"""

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# Test 1 of RFC 8032 (7.1).
SECRET = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
SIZE = 12345
ROOT = bytes([SIZE & 0xFF]) + bytes(31)
RECORDED_AT = 1_763_853_600_000_000

key = Ed25519PrivateKey.from_private_bytes(SECRET)
public = key.public_key().public_bytes_raw()
origin = "commonweal-log/" + hashlib.sha256(public).hexdigest()[:16]
typed = b"\x01" + public
number = hashlib.sha256(origin.encode() + b"\n" + typed).digest()[:4]
text = f"{origin}\n{SIZE}\n{base64.b64encode(ROOT).decode()}\nrecorded-at {RECORDED_AT}\n"
signature = base64.b64encode(number + key.sign(text.encode())).decode()
print(f"{text}\n— {origin} {signature}")
print(f"{origin}+{number.hex()}+{base64.b64encode(typed).decode()}")
