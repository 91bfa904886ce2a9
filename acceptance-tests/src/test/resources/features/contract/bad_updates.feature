@bad-input
Feature: Bad updates
  As a developer of a client
  I want a bad update refused with the place that is wrong and with what to do,
  so that a user is never half changed.

  Rule: An update that is not as it should be changes nothing

    Scenario Outline: A patch <that is wrong>
      Given the user ada@example.com
      When PATCH /users/ada@example.com is sent with the body <body>
      Then the answer is the problem 400
      And the problem says what to do about "<place>"
      And nothing was changed

      Examples: What the service sets itself
        | that is wrong     | body                                       | place       |
        | of the email      | {"email": "bob@example.com"}               | /email      |
        | of the same email | {"email": "ada@example.com", "city": "x"}  | /email      |
        | of char           | {"city": "x", "char": "b"}                 | /char       |
        | of created_at     | {"created_at": "1"}                        | /created_at |
        | of human_date     | {"human_date": null}                       | /human_date |
        | of updated_at     | {"updated_at": null}                       | /updated_at |
        | of version        | {"version": 9}                             | /version    |

      Examples: Values that DynamoDB can't keep
        | that is wrong              | body                                                         | place    |
        | with a number of 39 digits | {"city": "x", "n": 123456789012345678901234567890123456789}  | /n       |
        | with a number too large    | {"a": {"n": 1e126}}                                          | /a/n     |
        | with a lone surrogate      | {"city": "\udfff"}                                           | /city    |
        | of 32 arrays               | {"d": ⟨[×32⟩⟨]×32⟩}                                          | *        |
        | of 32 objects              | {"d": ⟨{"a":×31⟩{}⟨}×31⟩}                                    | *        |
        | without a name             | {"": 1}                                                      | /        |

      Examples: Names that are too long
        | that is wrong                            | body                        | place     |
        | with a name of 1,025 bytes               | {"⟨x×1025⟩": 1}             | /⟨x×1025⟩ |
        | with a name of 513 letters of two bytes  | {"a": {"⟨é×513⟩": 1}}       | /a/⟨é×513⟩ |
        | with a name of 25,001 letters of two bytes | {"a": {"⟨é×25001⟩": 1}}   | /a        |
        | with a name of 21,846 letters of three bytes | {"⟨€×21846⟩": 1}        | *         |
        | that removes a name of 1,025 bytes       | {"⟨x×1025⟩": null}          | /⟨x×1025⟩ |

      Examples: Too little or too much
        | that is wrong     | body                     | place |
        | that is empty     | {}                       | *     |
        | of 101 attributes | {⟨101 members⟩}          | *     |
        | with a name twice | {"city": "a", "city": "b"} | *   |

    Scenario Outline: A body <that is wrong>
      Given the user ada@example.com
      When PATCH /users/ada@example.com is sent with the body <body>
      Then the answer is the problem 400
      And the problem says what to do
      And nothing was changed

      Examples: Not a JSON object
        | that is wrong    | body                |
        | null             | null                |
        | an array         | [{"city": "Tulsa"}] |
        | a text           | "Tulsa"             |
        | empty            |                     |
        | cut off          | {"city": "Tul       |
        | with NaN         | {"city": NaN}       |
        | with a lone byte | {"city": "⟨FF⟩"}    |

  Rule: A deletion that is not as it should be deletes nothing

    Scenario Outline: A deletion with <something wrong>
      Given the user ada@example.com
      And the request has the header If-Match: <If-Match>
      When DELETE /users/ada@example.com<query> is sent
      Then the answer is the problem 400
      And the problem names "<place>"
      And nothing was changed

      Examples: What is wrong
        | something wrong              | query    | If-Match | place    |
        | an entity tag without quotes |          | 1-a      | If-Match |
        | a parameter that is unknown  | ?force=1 | *        | force    |
