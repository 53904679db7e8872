import { createHash } from 'node:crypto';
import { canonicalEntry, type StoredEntry } from './entry.ts';

/** `previous` of the first segment. */
export const GENESIS = '0'.repeat(64);

/** What a sealed batch of entries leaves for ever. Hashes are SHA-256, hexadecimal. */
export interface SegmentHeader {
  /** From 1, without a gap. */
  number: number;
  /** Number of its last entry; its first is the one after the segment before. */
  lastId: number;
  /** Times of its first and last entry. */
  firstAt: Date;
  lastAt: Date;
  entries: number;
  /** Of its entries, one canonical line each. */
  content: string;
  /** `hash` of the segment before. */
  previous: string;
  /** Of everything above. */
  hash: string;
}

/** The hash that proves a header and, through `content` and `previous`, all that came before. */
export function segmentHash(header: Omit<SegmentHeader, 'hash'>): string {
  const { number, lastId, firstAt, lastAt, entries, content, previous } = header;
  const times = [firstAt, lastAt].map((at) => `${at.toISOString().slice(0, 19)}Z`);
  return createHash('sha256')
    .update(JSON.stringify([number, lastId, ...times, entries, content, previous]))
    .digest('hex');
}

/** Takes entries one by one, in the order of their numbers. */
export interface ContentHash {
  add(entry: StoredEntry): void;
  /** Entries so far, their times, and the hash. Once, at the end. */
  end(): { entries: number; firstAt: Date | null; lastAt: Date | null; content: string };
}

/** Hashes the entries of one segment without keeping them. */
export function hashContent(): ContentHash {
  const hash = createHash('sha256');
  let entries = 0;
  let firstAt: Date | null = null;
  let lastAt: Date | null = null;
  return {
    add(entry) {
      hash.update(`${canonicalEntry(entry)}\n`);
      entries += 1;
      if (firstAt === null || entry.at < firstAt) firstAt = entry.at;
      if (lastAt === null || entry.at > lastAt) lastAt = entry.at;
    },
    end: () => ({ entries, firstAt, lastAt, content: hash.digest('hex') }),
  };
}
