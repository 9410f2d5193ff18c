"""The bytes of one stored record, made from FORMAT.md alone: run it and compare with record_test.cpp.

    python3 tests/log/golden_record.py
"""

import hashlib
import struct


def crc32c(data: bytes) -> int:
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


STREAM, KIND, BODY = b"visit-7f3a", b"visit-held", b"\x00\x01body\xff"
TAGS = [b"cluster:3", b"k:visit-held", b"school:100042"]

leaf = struct.pack(
    "<BQ16sHHqQHBBBI",
    1,  # format
    0x0102030405060708,  # position
    bytes(range(16)),  # commit id
    1,  # index
    3,  # count
    1_700_000_000_123_456,  # recorded at
    42,  # version
    2,  # schema version
    len(STREAM),
    len(KIND),
    len(TAGS),
    len(BODY),
)
leaf += STREAM + KIND + b"".join(bytes([len(tag)]) + tag for tag in TAGS) + BODY
leaf_hash = hashlib.sha256(b"\x00" + leaf).digest()
rest = leaf_hash + leaf
record = b"CWR\x01" + struct.pack("<II", len(rest), crc32c(rest)) + rest
print("leaf hash", leaf_hash.hex())
print("record   ", record.hex())
