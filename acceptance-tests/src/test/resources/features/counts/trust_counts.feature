@needs-faults @deliveries
Feature: Counts that can be trusted
  As an analyst
  I want counts to be right in the end, whatever breaks on the way,
  so that nobody has to count again by hand.

  What is recorded is handed on to a function that counts. It may be handed over twice, in any parts and late, but never less
  than once. If it still can't be counted, it is put aside for the operator.

  Rule: What is handed over twice is counted once

    Scenario Outline: The clicks are handed over <how>
      Given the clicks "clicked button" are handed over to be counted <how>
      And "clicked button" happened at 10:01, 10:02, 10:03
      And "clicked button" has been counted 3 times
      And "clicked button" happened at 11:01
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 3     |
        | 11:00 | 1     |

      Examples: Ways of handing over
        | how                           |
        | twice                         |
        | one by one and out of order   |

  Rule: A function that dies while it counts leaves nothing out and counts nothing twice

    Example: It dies after it has counted, and before it can say so
      Given the function that counts dies once it has counted "clicked button"
      And "clicked button" happened at 10:01, 10:02, 10:03
      And "clicked button" has been counted 3 times
      And "clicked button" happened at 11:01
      When Nina counts "clicked button" by hour from 10:00 to 12:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 3     |
        | 11:00 | 1     |

    Example: It dies before it can count
      Given the function that counts dies as it counts "clicked button"
      And "clicked button" happened at 10:01, 10:02, 10:03
      When Nina counts "clicked button" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 3     |

  Rule: What can't be counted now is counted as soon as it can

    Example: The counts of a name are too busy for a moment
      Given the counts of "clicked button" are too busy
      And Leo's app has recorded these events in one go:
        | event          | time  |
        | clicked button | 10:01 |
        | opened page    | 10:02 |
      And "opened page" has been counted once
      And all is well again
      When Nina counts "clicked button" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |

  Rule: An event that can't be counted is put aside, and the others are counted

    Max, who runs the service, is told of what was put aside, and has it counted when the reason is gone.

    Example: The counts of one name can't be written
      Given the counts of "clicked button" can't be written
      And "clicked button" happened at 10:01
      And "clicked button" has been put aside
      And "opened page" happened at 10:02
      When Nina counts "opened page" by hour from 10:00 to 11:00
      Then these counts are shown within a moment:
        | hour  | count |
        | 10:00 | 1     |

  Rule: Whoever asks while the data is out of reach is told to come back later

    Example: Nina counts while the data is out of reach
      Given the data is out of reach
      When Nina counts "clicked button" by hour from 10:00 to 11:00
      Then this is refused because the service is busy
