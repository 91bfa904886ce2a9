@bad-input
Feature: Bad queries of events
  As a developer of a client
  I want a bad parameter refused by its name,
  so that I never take the wrong page for the right one.

  Rule: A parameter that is not as it should be is refused by name

    Scenario Outline: <list> with the parameter <parameter>=<value>
      When GET <list><parameter>=<value> is sent
      Then the answer is the problem 400
      And the problem says what to do about "<parameter>"

      Examples: Limits
        | list             | parameter | value                |
        | /events/clicked? | limit     | 0                    |
        | /events/clicked? | limit     | 1001                 |
        | /events?date=2026-11-22& | limit | 1001             |

      Examples: Choices
        | list             | parameter | value |
        | /events/clicked? | order     | up    |
        | /events/clicked? | order     | DESC  |
        | /events?date=2026-11-22& | order | random |

      Examples: Days
        | list     | parameter | value      |
        | /events? | date      | 2026-02-30 |
        | /events? | date      | 2026-13-01 |
        | /events? | date      | 2026-1-1   |
        | /events? | date      | 20261122   |
        | /events? | date      | today      |
        | /events? | date      |            |
        | /events? | date      | 2026-11-22T10:00:00Z |

      Examples: Times
        | list             | parameter | value                     |
        | /events/clicked? | after     | yesterday                 |
        | /events/clicked? | from      | 2026-02-30T10:00:00Z      |
        | /events/clicked? | to        | 2026-11-22T25:00:00Z      |
        | /events/clicked? | before    | 2026-11-22T10:00:00       |
        | /events/clicked? | after     |                           |
        | /events/clicked? | after     | 1                         |
        | /events/clicked? | after     | 2026-11-22T10:00:00+02:00 |
        | /events?date=2026-11-22& | after | 10:00                 |

      Examples: Parameters that nobody knows
        | list             | parameter | value  |
        | /events/clicked? | since     | 2026-11-22T10:00:00Z |
        | /events/clicked? | date      | 2026-11-22 |
        | /events?date=2026-11-22& | event | clicked |

    Scenario Outline: GET <request>
      When GET <request> is sent
      Then the answer is the problem 400
      And the problem says what to do about "<parameter>"

      Examples: Given twice
        | request                              | parameter |
        | /events/clicked?order=asc&order=desc | order     |
        | /events?date=2026-11-22&date=2026-11-23 | date   |

      Examples: That contradict each other
        | request                                                                          | parameter |
        | /events/clicked?after=2026-11-22T10:00:00Z&from=2026-11-22T10:00:00Z            | from      |
        | /events/clicked?to=2026-11-22T10:00:00Z&before=2026-11-22T10:00:00Z             | to        |
        | /events?date=2026-11-22&after=2026-11-22T10:00:00Z&from=2026-11-22T10:00:00Z    | from      |

      Examples: Without the partition key
        | request                                                          | parameter |
        | /events                                                          | date      |
        | /events?after=2026-11-22T10:00:00Z                               | date      |
        | /events?from=2026-11-22T10:00:00Z&before=2026-11-22T11:00:00Z    | date      |
        | /events?order=desc&limit=1                                       | date      |

    Scenario Outline: An event name in the URL <that is wrong>
      When GET /events/<name> is sent
      Then the answer is the problem 400
      And the problem says what to do

      Examples: Not a key
        | that is wrong            | name        |
        | of 2,049 bytes           | ⟨x×2049⟩    |
        | with a NUL               | clicked%00  |
        | with a line break        | clicked%0A  |

      Examples: Not text
        | that is wrong            | name        |
        | of bytes that are not UTF-8 | clicked%FF |

    Scenario Outline: Listing with <an oddity> does no harm
      When GET <request> is sent
      Then the answer is 200

      Examples: Odd, and allowed
        | an oddity                       | request                          |
        | a blank encoded as a plus sign  | /events/clicked%20x?order=asc    |
