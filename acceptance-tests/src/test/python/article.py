"""The functions on users of "DynamoDB Basics for Your Next Serverless Project", as the article has them.

Each line of the input is a function and its arguments; each line of the output is what it gives, as JSON.
    python3 article.py PART_OF_THE_TABLE'S_NAME
"""
import json
import os
import sys
import time
from datetime import datetime

import boto3
from boto3.dynamodb.conditions import Key

# Older versions of boto3 don't read the variable by themselves.
dynamodb = boto3.resource('dynamodb', endpoint_url=os.environ['AWS_ENDPOINT_URL_DYNAMODB'])
user_table = next(table for table in dynamodb.tables.all() if sys.argv[1] in table.name)


def create_user(email):
    """Create a new user in DynamoDB."""
    result = user_table.put_item(Item={
        'email': email,
        'char': email[:1],
        'human_date': str(datetime.utcnow()),
        'created_at': str(int(time.time()))
    })
    return result


def index():
    """Select all users from the table."""
    users = user_table.scan()
    return users


def read_user(email):
    """Get a user from the table by email."""
    result = user_table.query(
        KeyConditionExpression=Key('email').eq(email)
    )
    return result


def update_user(email):
    """Update user information."""
    result = user_table.update_item(
        Key={
            'email': email,
            'char': email[:1]
        },
        ExpressionAttributeValues={
            ':city': 'Tulsa',
            ':updated_at': str(time.time())
        },
        UpdateExpression='SET city = :city, '
                         'updated_at = :updated_at',
        ReturnValues='ALL_NEW',
    )
    return result


def delete_user(email):
    """Delete user by email."""
    result = user_table.delete_item(
        Key={
            'email': email,
            'char': email[:1]
        }
    )
    return result


def scan_all(dynamodb_table):
    """Return all items from a DynamoDB table by passing the table resource."""
    results = []
    has_items = True
    last_key = False
    while has_items:
        if last_key:
            data = dynamodb_table.scan(ExclusiveStartKey=last_key)
        else:
            data = dynamodb_table.scan()

        if 'LastEvaluatedKey' in data:
            has_items = True
            last_key = data['LastEvaluatedKey']
        else:
            has_items = False
            last_key = False

        for item in data['Items']:
            results.append(item)
    return results


for line in sys.stdin:
    function, *arguments = line.split()
    result = scan_all(user_table) if function == 'scan_all' else globals()[function](*arguments)
    print(json.dumps(result, default=str), flush=True)
