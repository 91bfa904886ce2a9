@bad-input
Feature: Bad questions for counts
  As a developer of a client
  I want a bad parameter refused by its name,
  so that I never take the count of one period for that of another.

  Rule: A parameter that is not as it should be is refused by name

    Scenario Outline: The beginning of a range, <that is wrong>
      When GET /events/clicked/counts?from=<from>&to=2026-11-23 is sent
      Then the answer is the problem 400
      And the problem says what to do about "from"

      Examples: Neither a timestamp nor a day nor an hour
        | that is wrong        | from                      |
        | empty                |                           |
        | in words             | yesterday                 |
        | epoch seconds        | 1795305600                |
        | a month              | 2026-11                   |
        | without hyphens      | 20261122                  |
        | a minute             | 2026-11-22T10:00          |
        | without an offset    | 2026-11-22T10:00:00       |
        | an hour with a Z     | 2026-11-22T10Z            |
        | a blank for the T    | 2026-11-22%2010           |
        | a plus sign unescaped | 2026-11-22T10:00:00+02:00 |
        | a year of 5 digits   | 12026-11-22               |
        | blanks around it     | %202026-11-22%20          |
        | in other digits      | ２０２６-11-22              |

      Examples: Times that do not exist
        | that is wrong        | from                 |
        | on 30 February       | 2026-02-30           |
        | in month 13          | 2026-13-01           |
        | on day 0             | 2026-11-00           |
        | in hour 24           | 2026-11-22T24        |
        | in minute 60         | 2026-11-22T10:60:00Z |

    Scenario Outline: GET /events/clicked/counts?<query>
      When GET /events/clicked/counts?<query> is sent
      Then the answer is the problem 400
      And the problem says what to do about "<parameter>"

      Examples: The end of a range
        | query                            | parameter |
        | from=2026-11-22&to=              | to        |
        | from=2026-11-22&to=tomorrow      | to        |
        | from=2026-11-22&to=2026-11-31    | to        |

      Examples: Other periods
        | query                                   | parameter |
        | from=2026-11-22&to=2026-11-23&by=minute | by        |
        | from=2026-11-22&to=2026-11-23&by=HOUR   | by        |
        | from=2026-11-22&to=2026-11-23&by=       | by        |

      Examples: Missing
        | query             | parameter |
        | to=2026-11-23     | from      |
        | from=2026-11-22   | to        |
        | by=day            | from      |
        | by=hour           | to        |

      Examples: Given twice
        | query                                            | parameter |
        | from=2026-11-22&from=2026-11-22&to=2026-11-23     | from      |
        | from=2026-11-22&to=2026-11-23&to=2026-11-24      | to        |
        | from=2026-11-22&to=2026-11-23&by=hour&by=day     | by        |

      Examples: That nobody knows
        | query                                             | parameter |
        | from=2026-11-22&to=2026-11-23&limit=10            | limit     |
        | from=2026-11-22&to=2026-11-23&cursor=A            | cursor    |
        | from=2026-11-22&to=2026-11-23&order=desc          | order     |
        | from=2026-11-22&to=2026-11-23&date=2026-11-22     | date      |
        | after=2026-11-22&to=2026-11-23                    | after     |
        | from=2026-11-22&before=2026-11-23                 | before    |
        | from=2026-11-22&to=2026-11-23&BY=day              | BY        |

      Examples: The end before the beginning
        | query                                                   | parameter |
        | from=2026-11-23&to=2026-11-22                           | from      |
        | from=2026-11-22T10:00:00.000000001Z&to=2026-11-22T10    | from      |

      Examples: Too long
        | query                                                  | parameter |
        | from=2026-11-01&to=2026-12-02T00:00:00.000000001Z      | to        |
        | from=2026-11-01T00:59:59Z&to=2026-12-02T01             | to        |
        | from=2026-01-01&to=2028-01-02T00:00:00.000000001Z&by=day | to      |
        | from=0001-01-01&to=9999-12-31&by=day                   | to        |

    Example: Several parameters at once
      When GET /events/clicked/counts?from=yesterday&by=minute is sent
      Then the answer is the problem 400
      And the problem names "from"
      And the problem names "to"
      And the problem names "by"

  Rule: A name that nothing can have is refused

    Scenario Outline: An event name in the URL <that is wrong>
      When GET /events/<name>/counts?from=2026-11-22&to=2026-11-23 is sent
      Then the answer is the problem 400
      And the problem says what to do

      Examples: Not a key, and not text
        | that is wrong               | name       |
        | of 2,049 bytes              | ⟨x×2049⟩   |
        | with a NUL                  | clicked%00 |
        | with a line break           | clicked%0A |
        | of bytes that are not UTF-8 | clicked%FF |
