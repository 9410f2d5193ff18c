// Plays the past from moment to moment until it is paused, or until there is no later one. The next picture is asked for
// only when the one before has come, however fast it is played.
import { paceOf } from "./pace";

export class Player {
  playing = $state(false);
  speed = $state(1);
  #turn = 0;
  /** The picture that is under way, of this play or of one before. */
  #picture: Promise<boolean> = Promise.resolve(true);
  #wake: () => void = () => {};

  /** `forward` goes so many events on; false where there is none, or where it could not be read. */
  constructor(
    private readonly forward: (events: number) => Promise<boolean>,
    private readonly ended: () => void,
  ) {}

  async play(): Promise<void> {
    if (this.playing) return;
    this.playing = true;
    const turn = ++this.#turn;
    await this.#picture;
    const goesOn = () => this.playing && turn === this.#turn;
    while (goesOn()) {
      const begun = Date.now();
      this.#picture = this.forward(paceOf(this.speed).events);
      const more = await this.#picture;
      if (!goesOn()) return;
      if (!more) {
        this.playing = false;
        this.ended();
      } else await this.#until(begun);
    }
  }

  pause(): void {
    this.playing = false;
    this.#wake();
  }

  /** Holds from now on, for the picture that is waited for too. */
  setSpeed(speed: number): void {
    this.speed = speed;
    this.#wake();
  }

  async #until(begun: number): Promise<void> {
    const left = begun + paceOf(this.speed).every_ms - Date.now();
    if (left <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      this.#wake = () => (clearTimeout(timer), resolve());
    });
  }
}
