@needs-authorizer
Feature: Authorization of operations
  As a developer of a client
  I want each operation to ask for one scope, and to say so when it is missing,
  so that I know which to ask the issuer for.

  Rule: Whoever sends no token that holds is told how to (RFC 6750, section 3)

    @needs-any-origin
    Scenario Outline: <request> without a token
      Given there is no token
      When <request> is sent
      Then the answer is the problem 401
      And the answer's WWW-Authenticate is "Bearer"
      And the answer's Access-Control-Allow-Origin is "*"

      Examples: Every operation that asks for one
        | request                             |
        | POST /users                         |
        | GET /users                          |
        | GET /users?all=true                 |
        | GET /users/ada@example.com          |
        | PATCH /users/ada@example.com        |
        | DELETE /users/ada@example.com       |
        | POST /events                        |
        | POST /event-batches                 |
        | GET /events/clicked                 |
        | GET /events?date=2026-11-22         |
        | GET /events                         |

    Scenario Outline: Authorization: <credentials>
      Given the request has the header Authorization: <credentials>
      When GET /users is sent
      Then the answer is the problem 401

      Examples: Not a token
        | credentials              |
        | Basic bG9jYWw6bG9jYWw=   |
        | Bearer                   |
        | Token abc                |
        | abc                      |

    Example: The health needs none
      Given there is no token
      When GET /health is sent
      Then the answer is 200

    Example: An unknown path is unknown to whoever has no token
      Given there is no token
      When GET /people is sent
      Then the answer is the problem 404

    Scenario Outline: <request> is unknown to whoever sends <credentials>
      Given the request has the header Authorization: <credentials>
      When <request> is sent
      Then the answer is the problem 404

      Examples: Whatever it is
        | credentials            | request       |
        | Bearer abc             | GET /people   |
        | Basic bG9jYWw6bG9jYWw= | GET /people   |
        | AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0 | GET /people |
        | Bearer abc             | PUT /users    |
        | Bearer abc             | DELETE /      |

  Rule: Each operation asks for its scope

    @needs-scopes
    Scenario Outline: <request> with the scopes <scopes>
      Given the token has the scopes <scopes>
      When <request> is sent
      Then the answer is <status>

      Examples: The scope that it asks for
        | request                         | scopes       | status |
        | POST /users                     | users:write  | 400    |
        | GET /users                      | users:read   | 200    |
        | GET /users/nobody@example.com   | users:read   | 404    |
        | PATCH /users/nobody@example.com | users:write  | 400    |
        | DELETE /users/nobody@example.com | users:write | 204    |
        | POST /events                    | events:write | 400    |
        | POST /event-batches             | events:write | 400    |
        | GET /events/clicked             | events:read  | 200    |
        | GET /events                     | events:read  | 400    |

      Examples: All others
        | request                         | scopes                              | status |
        | POST /users                     | users:read events:read events:write | 403    |
        | GET /users                      | users:write events:read events:write | 403   |
        | GET /users/nobody@example.com   | users:write events:read events:write | 403   |
        | PATCH /users/nobody@example.com | users:read events:read events:write | 403    |
        | DELETE /users/nobody@example.com | users:read events:read events:write | 403   |
        | POST /events                    | users:read users:write events:read  | 403    |
        | POST /event-batches             | users:read users:write events:read  | 403    |
        | GET /events/clicked             | users:read users:write events:write | 403    |
        | GET /events                     | users:read users:write events:write | 403    |

      @needs-issuer
      Examples: Scopes that look like ours
        | request    | scopes             | status |
        | GET /users | users              | 403    |
        | GET /users | users:*            | 403    |
        | GET /users | USERS:READ         | 403    |
        | GET /users | xusers:read        | 403    |
        | GET /users | users:reader       | 403    |
        | GET /users | users:read,admin   | 403    |
