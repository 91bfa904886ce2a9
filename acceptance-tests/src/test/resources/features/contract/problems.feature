Feature: How errors are told
  As a developer of a client
  I want every error as an RFC 9457 problem document that quotes the request,
  so that I can show it, count it and ask about it.

  Rule: Every error is a problem document whose instance is the id of the request

    @smoke
    Scenario Outline: <an error> is a problem
      Given the user ada@example.com
      And the request has the header If-Match: "0-stale"
      When <request> is sent
      Then the answer is the problem <status>
      And nothing was changed

      Examples: Of functions
        | an error               | request                          | status |
        | an unknown user        | GET /users/nobody@example.com    | 404    |
        | a stale version        | DELETE /users/ada@example.com    | 412    |
        | a bad parameter        | GET /users?limit=0               | 400    |

      Examples: Of the gateway
        | an error               | request                          | status |
        | an unknown path        | GET /people                      | 404    |
        | an unknown method      | PUT /users/ada@example.com       | 404    |

  Rule: A problem names every place that is wrong

    Example: Three members at once
      When POST /users is sent with the body {"email": "ada", "version": 7, "char": "z"}
      Then the answer is the problem 400
      And the problem names "/email"
      And the problem names "/version"
      And the problem names "/char"

    Example: More members than a problem lists
      When POST /users is sent with the body {"email": "ada@example.com", "n": [⟨1e999,×99⟩1e999]}
      Then the answer is the problem 400
      And /detail of the answer is "The request has 100 invalid values. The first 20 are listed."
      And the problem names "/n/19"

    Example: Several parameters
      When GET /users?limit=0&all=maybe is sent
      Then the answer is the problem 400
      And the problem names "limit"
      And the problem names "all"

  Rule: What is not there answers 404, whatever is missing

    Scenario Outline: <method> <path>
      When <method> <path> is sent
      Then the answer is the problem 404

      Examples: Unknown paths
        | method | path                       |
        | GET    | /                          |
        | GET    | /user                      |
        | GET    | /users/ada@example.com/pets |
        | GET    | /Users                     |
        | GET    | /health/deep               |
        | OPTIONS | /people                   |
        | GET    | /.env                      |

      Examples: Unknown methods
        | method | path                   |
        | DELETE | /users                 |
        | PUT    | /users                 |
        | POST   | /users/ada@example.com |
        | POST   | /health                |

    Scenario Outline: POST /people sent as <media type>
      Given the request has the header Content-Type: <media type>
      When POST /people is sent with the body {"name": "Ada"}
      Then the answer is the problem 404

      Examples: What clients send
        | media type                        |
        | application/json                  |
        | text/plain                        |
        | application/x-www-form-urlencoded |
        | application/octet-stream          |

    Scenario Outline: GET /people where <media type> is wanted
      Given the request has the header Accept: <media type>
      When GET /people is sent
      Then the answer is the problem 404

      @needs-content-handling
      Examples: What the API takes for binary
        | media type                              |
        | application/json                        |

      Examples: What clients want
        | media type                              |
        | application/problem+json                |
        | text/html,application/xhtml+xml;q=0.9   |
