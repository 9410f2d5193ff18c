import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Player } from "./player.svelte";

let strides: number[] = [];
let left = 0;
let under_way = 0;
let at_once = 0;
let takes_ms = 0;
const ended = vi.fn();

async function forward(events: number): Promise<boolean> {
  at_once = Math.max(at_once, ++under_way);
  await new Promise((resolve) => setTimeout(resolve, takes_ms));
  under_way -= 1;
  if (left === 0) return false;
  left -= 1;
  strides.push(events);
  return true;
}

beforeEach(() => {
  vi.useFakeTimers();
  [strides, left, under_way, at_once, takes_ms] = [[], 100, 0, 0, 10];
  ended.mockClear();
});
afterEach(() => vi.useRealTimers());

it("goes on at its pace until there is nothing later", async () => {
  left = 3;
  const player = new Player(forward, ended);
  void player.play();
  await vi.advanceTimersByTimeAsync(2500);
  expect(strides).toEqual([1, 1, 1]);
  expect(player.playing).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(player.playing).toBe(false);
  expect(ended).toHaveBeenCalledOnce();
});

it("never asks for a picture before the last one has come, and does not catch up", async () => {
  takes_ms = 700;
  const player = new Player(forward, ended);
  player.setSpeed(64);
  void player.play();
  await vi.advanceTimersByTimeAsync(7001);
  expect(at_once).toBe(1);
  expect(strides).toEqual(Array.from({ length: 10 }, () => 16));
  player.pause();
});

it("stands still as soon as it is paused, and a second play does not double it", async () => {
  const player = new Player(forward, ended);
  void player.play();
  void player.play();
  await vi.advanceTimersByTimeAsync(1500);
  expect(strides).toHaveLength(2);
  player.pause();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(strides).toHaveLength(2);
  expect(ended).not.toHaveBeenCalled();
  void player.play();
  void player.pause();
  void player.play();
  await vi.advanceTimersByTimeAsync(2500);
  expect(at_once).toBe(1);
  expect(strides.length).toBeLessThanOrEqual(6);
  player.pause();
});

it("takes another speed at once", async () => {
  const player = new Player(forward, ended);
  player.setSpeed(0.25);
  void player.play();
  await vi.advanceTimersByTimeAsync(1000);
  expect(strides).toHaveLength(1);
  player.setSpeed(4);
  await vi.advanceTimersByTimeAsync(1000);
  expect(strides.length).toBeGreaterThanOrEqual(4);
  player.pause();
});
