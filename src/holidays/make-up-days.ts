/** Where weekends are worked to make up for days off, of which date-holidays says nothing. */
export const withMakeUpDays: readonly string[] = 'CN TW RU HU UA BG BY KZ LV VN AZ KG UZ AM'.split(' ');
