@bad-input
Feature: Bad queries
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
        | /users?          | limit     | 0                    |
        | /users?          | limit     | 1001                 |
        | /users?          | limit     | -1                   |
        | /users?          | limit     | ten                  |
        | /users?          | limit     | 1.5                  |
        | /users?          | limit     |                      |
        | /users?          | limit     | 1e2                  |
        | /users?          | limit     | 99999999999999999999 |
        | /users?          | limit     | %D9%A1               |

      Examples: Choices
        | list             | parameter | value |
        | /users?          | all       | maybe |
        | /users?          | all       |       |

      Examples: Parameters that nobody knows
        | list             | parameter | value  |
        | /users?          | sort      | email  |
        | /users?          | Limit     | 5      |

    Scenario Outline: GET <request>
      When GET <request> is sent
      Then the answer is the problem 400
      And the problem says what to do about "<parameter>"

      Examples: Given twice
        | request                              | parameter |
        | /users?limit=1&limit=2               | limit     |

    Scenario Outline: Listing with <an oddity> does no harm
      When GET <request> is sent
      Then the answer is 200

      Examples: Odd, and allowed
        | an oddity                       | request                          |
        | a limit beside all              | /users?all=true&limit=5          |
        | all being false                 | /users?all=false                 |
