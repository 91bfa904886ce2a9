Feature: Counting events
  As an analyst
  I want to know how often something happened, hour by hour and day by day,
  so that I see what is popular without reading every event.

  Not from the article, which has no section on this. A service with many events needs it.

  Rule: A count says how often something happened in each hour or on each day

    A new event is counted a moment after it was recorded.

    @smoke
    Example: Nina counts clicks by hour
      Given "clicked button" happened at 10:15, 10:59:59.999, 12:00
      When Nina counts "clicked button" by hour from 10:00 to 13:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 2     |
        | 11:00 | 0     |
        | 12:00 | 1     |

    Example: Nina counts clicks by day
      Given these events:
        | day        | event          | time  |
        | 2026-11-21 | clicked button | 10:00 |
        | 2026-11-21 | clicked button | 23:59 |
        | 2026-11-23 | clicked button | 00:00 |
        | 2026-11-23 | opened page    | 10:00 |
      When Nina counts "clicked button" by day from 2026-11-21 to 2026-11-24
      Then these counts are shown within a moment:
        | day        | count |
        | 2026-11-21 | 2     |
        | 2026-11-22 | 0     |
        | 2026-11-23 | 1     |

    Example: Hours go on over midnight
      Given these events:
        | day        | event          | time  |
        | 2026-11-22 | clicked button | 23:59 |
        | 2026-11-23 | clicked button | 00:00 |
        | 2026-11-23 | clicked button | 00:59 |
      When Nina counts "clicked button" by hour from 2026-11-22 at 23:00 to 2026-11-23 at 01:00
      Then these counts are shown within a moment:
        | day        | hour  | count |
        | 2026-11-22 | 23:00 | 1     |
        | 2026-11-23 | 00:00 | 2     |

    Example: Nina counts what never happened
      When Nina counts "sold the shop" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 0     |
        | 11:00 | 0     |

  Rule: Hours and days are counted whole

    Example: A period begins and ends within an hour
      Given "clicked button" happened at 10:05, 10:45, 11:55, 12:05
      When Nina counts "clicked button" by hour from 10:30 to 11:30
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 2     |
        | 11:00 | 1     |

    Example: The hour at which a period ends is not in it
      Given "clicked button" happened at 10:30, 11:00
      When Nina counts "clicked button" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |

    Example: A period that ends where it begins has no hours
      When Nina counts "clicked button" by hour from 10:00 to 10:00
      Then no counts are shown

  Rule: An event counts in the hour at which it happened, not in the one at which it came

    Example: Leo's app was offline for a while

      Its click of 10:30 arrives after the one of 12:30.

      Given "clicked button" happened at 12:30
      And "clicked button" happened at 10:30 meanwhile
      When Nina counts "clicked button" by hour from 10:00 to 13:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |
        | 11:00 | 0     |
        | 12:00 | 1     |

    Example: An evening in Tulsa counts on the next day
      Given "clicked button" happened in Tulsa on 2026-11-21 at 20:30, 6 hours behind UTC
      When Nina counts "clicked button" by day from 2026-11-21 to 2026-11-23
      Then these counts are shown within a moment:
        | day        | count |
        | 2026-11-21 | 0     |
        | 2026-11-22 | 1     |

  Rule: What is kept once counts once

    Example: Leo's app records an event again
      Given "clicked button" happened at 10:01 as "c-1"
      And "clicked button" happened at 10:01 as "c-1"
      And "clicked button" happened at 11:01
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |
        | 11:00 | 1     |

    Example: Each event of a batch counts once
      Given Leo's app has recorded these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:01 | c-2 |
        | clicked button | 11:01 | c-1 |
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 2     |
        | 11:00 | 1     |

    Example: A batch that is refused counts nothing
      Given Leo's app was refused when it recorded these events in one go:
        | event          | time  |
        | clicked button | 10:01 |
        | clicked button | 25:00 |
      And "clicked button" happened at 11:01
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 0     |
        | 11:00 | 1     |

  Rule: Events that expire have been counted

    What happened has happened: a count is of what was recorded, whether or not it can still be read.

    Example: A click that can't be read any more
      Given "clicked button" happened at 10:01 and has expired
      And "clicked button" happened at 11:01
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |
        | 11:00 | 1     |

    Example: A click that is recorded again after it expired counts again
      Given "clicked button" happened at 10:01 as "c-1" and has expired
      And "clicked button" happened at 10:01 as "c-1"
      When Nina counts "clicked button" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 2     |

  @needs-faults
  Rule: In how many places a name lies makes no difference

    Example: Nina counts what was recorded in more places and in fewer
      Given these events, one after the other, while each name lay in so many places:
        | places | event          | time  | id  |
        | 4      | clicked button | 10:01 | c-1 |
        | 4      | clicked button | 10:01 | c-4 |
        | 4      | clicked button | 11:01 | c-6 |
        | 1      | clicked button | 10:01 | c-6 |
        | 1      | clicked button | 10:01 | c-1 |
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 3     |
        | 11:00 | 1     |

    Scenario Outline: Nina counts a name that may look like a place: "<name>"
      Given each name lies in 4 places
      And these events:
        | event           | time  | id  |
        | clicked level   | 10:01 | c-1 |
        | clicked level   | 10:02 | c-3 |
        | clicked level#3 | 10:03 | c-1 |
      When Nina counts "<name>" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count   |
        | 10:00 | <count> |

      Examples: With and without a number
        | name            | count |
        | clicked level   | 2     |
        | clicked level#3 | 1     |

  Rule: One answer counts 31 days by hour, or 731 days, which is two years, by day

    Scenario Outline: Nina counts <what> by <period> at once
      When Nina counts "clicked button" by <period> from 2026-11-22 to <end>
      Then <count> counts are shown, one for each <period>

      Examples: As much as there can be
        | what     | period | end        | count |
        | 31 days  | hour   | 2026-12-23 | 744   |
        | 731 days | day    | 2028-11-22 | 731   |

    Scenario Outline: Nina wants to count <what> by <period> at once
      When Nina counts "clicked button" by <period> from 2026-11-22 to <end>
      Then this is refused because a count by <period> covers at most <most>

      Examples: More than that
        | what     | period | end        | most     |
        | 32 days  | hour   | 2026-12-24 | 31 days  |
        | 732 days | day    | 2028-11-23 | 731 days |

  Rule: A period ends after its beginning

    Example: Nina confuses the two
      When Nina counts "clicked button" by hour from 12:00 to 10:00
      Then this is refused because a period ends after its beginning
