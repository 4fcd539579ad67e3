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
  /** Those that came into being with the last event or will with a later one. */
  private readonly awaited = new Set<Course>();

  add(course: Course | undefined): void {
    if (course === undefined) return;
    const { key, ending } = course;
    this.all.push(course);
    this.awaited.add(course);
    if (ending?.as !== 'restarted') return;
    const keys = this.restarted.get(ending.index) ?? new Set();
    this.restarted.set(ending.index, keys.add(key));
  }

  /** Brings those that came into being before an event among those that are there. */
  takeUp(index: number): void {
    for (const course of this.awaited) {
      const { since, key, ending, from } = course;
      if (since >= index) continue;
      this.awaited.delete(course);
      if (this.latest === undefined || from.at >= this.latest.from.at) this.latest = course;
      this.ends.set(key, Math.max(this.ends.get(key) ?? 0, ending?.index ?? Number.POSITIVE_INFINITY));
    }
  }
}
