Feature: Limits
  As a developer of a client
  I want to know exactly what is too much,
  so that I split or shorten before I send.

  Rule: A page has 1 to 1000 items

    Scenario Outline: <what> as limit of <list>
      When GET <list>limit=<limit> is sent
      Then the answer is 200

      Examples: Within
        | what         | list                   | limit |
        | the least    | /users?                | 1     |
        | the most     | /users?                | 1000  |

  Rule: A key fits DynamoDB's keys

    Example: A mailbox of 64 characters
      When POST /users is sent with the body {"email": "⟨mailbox of 64⟩@limits.example.org"}
      Then the answer is 201

  Rule: A member's name has 1 to 1,024 bytes

    Scenario Outline: A name of <what>
      Given the user ada@example.com
      And PATCH /users/ada@example.com was sent with the body {"<name>": {"<name>": 1}}
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And /<name>/<name> of the answer is 1

      Examples: Within
        | what                          | name      |
        | 1,024 letters                 | ⟨x×1024⟩  |
        | 512 letters of two bytes      | ⟨é×512⟩   |
        | 256 emojis                    | ⟨😀×256⟩  |

  Rule: An item fits DynamoDB's 400 KB, a body 1 MiB

    @big
    Scenario Outline: A user with <what>
      When POST /users is sent with the body {"email": "ada@example.com", "notes": "<notes>"}
      Then the answer is <status>

      Examples: Just within
        | what                   | notes         | status |
        | 399 KB                 | ⟨x×408576⟩    | 201    |
        | 399 KB in two bytes each | ⟨é×204288⟩  | 201    |

    @big
    Scenario Outline: A user with <what> is too much
      When POST /users is sent with the body {"email": "ada@example.com", "notes": "<notes>"}
      Then the answer is the problem 413
      And nothing was stored

      Examples: Beyond
        | what                     | notes        |
        | 400 KB                   | ⟨x×409600⟩   |
        | 400 KB in two bytes each | ⟨é×204800⟩   |
        | a body of more than 1 MiB | ⟨x×1048576⟩ |

      @needs-payload-limits @unsure-on-aws
      Examples: Beyond what Lambda takes
        | what                     | notes        |
        | a body of 9 MB           | ⟨x×9437184⟩  |

    @big @needs-payload-limits
    Scenario Outline: <method> <path> with a body of more than 10 MiB, which the gateway refuses in words of its own
      When <method> <path> is sent with the body {"email": "ada@example.com", "notes": "⟨x×10485760⟩"}
      Then the answer is 413
      And the answer reads "HTTP content length exceeded 10485760 bytes."
      And nothing was stored

      Examples: What takes a body
        | method | path                   |
        | POST   | /users                 |
        | PATCH  | /users/ada@example.com |

    @big
    Example: An update that makes a user too large
      Given the user ada@example.com with 300 KB of notes
      When PATCH /users/ada@example.com is sent with the body {"more": "⟨x×150000⟩"}
      Then the answer is the problem 413
      And nothing was changed

  Rule: Listing in one go ends where an answer ends, and says how to go on

    @big
    Example: More users than one answer holds
      Given 20 users with 350 KB of notes each
      When Kim lists all users in one go
      Then it took more than one page
      And each of these users is listed exactly once

    @big
    Example: Values that grow when they are written out
      Given 8 users with 300 KB of quotation marks each
      When Kim lists all users in one go
      Then each of these users is listed exactly once

  Rule: Objects and arrays may be nested 31 levels deep

    Scenario Outline: <what> that deep
      When POST /users is sent with the body {"email": "ada@example.com", "deep": <deep>}
      Then the answer is 201
      And /deep of the answer is <deep>

      Examples: Within
        | what    | deep                            |
        | arrays  | ⟨[×31⟩⟨]×31⟩                    |
        | objects | ⟨{"a":×30⟩{}⟨}×30⟩              |
