import type { Course } from './run.ts';

/** The runs that were opened so far, and what is asked of those that are there; a case may have thousands. */
export class Opened {
  readonly all: Course[] = [];
  /** The one opened last of those that are there. */
  latest: Course | undefined;
  /** By the keys of those that are there: the event that ended the last of them; infinity while one is open. */
  readonly ends = new Map<unknown, number>();
  /** The keys of those that a restart has ended, by its event. */
  readonly restarted = new Map<number, Set<unknown>>();
  /** Places in the list of those that came into being with the last event or will with a later one, and the first such event. */
  private awaited: number[] = [];
  private soonest = Number.POSITIVE_INFINITY;
  private place = -1;

  add(course: Course | undefined): void {
    if (course === undefined) return;
    const { since, key, ending } = course;
    this.awaited.push(this.all.push(course) - 1);
    this.soonest = Math.min(this.soonest, since);
    if (ending?.as !== 'restarted') return;
    const keys = this.restarted.get(ending.index) ?? new Set();
    this.restarted.set(ending.index, keys.add(key));
  }

  /** Brings those that came into being before an event among those that are there. */
  takeUp(index: number): void {
    if (this.soonest >= index) return;
    this.soonest = Number.POSITIVE_INFINITY;
    this.awaited = this.awaited.filter((place) => {
      const course = this.all[place]!;
      const { since, key, ending } = course;
      if (since >= index) {
        this.soonest = Math.min(this.soonest, since);
        return true;
      }
      if (place > this.place) {
        this.place = place;
        this.latest = course;
      }
      this.ends.set(key, Math.max(this.ends.get(key) ?? -1, ending?.index ?? Number.POSITIVE_INFINITY));
      return false;
    });
  }
}
